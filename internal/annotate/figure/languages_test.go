package figure

import "testing"

// TestNumbersOfOtherLanguages: numbers as other languages write them, and what is none.
func TestNumbersOfOtherLanguages(t *testing.T) {
	for lang, texts := range map[string]map[string]string{
		"es": {
			"Hay treinta y dos redes, dos mil quinientos remos y cien mil velas.":         "treinta y dos=32 redes/redes|dos mil quinientos=2500 remos/remos|cien mil=100000 velas/velas",
			"Costó un millón y medio de pesos, medio millón más y 4,5 mil millones.":      "un millón y medio=1.5e+06 pesos/pesos|medio millón=500000 pesos/pesos|4,5 mil millones=4.5e+09 /",
			"Subió un 4 por ciento, un 2,3 % y dos tercios de los barcos zarparon.":       "4 por ciento=4 percent/|2,3 %=2.3 percent/|dos tercios=0.6666666666666666 barcos/barcos",
			"Vinieron 21 mil 500 personas, 5 millones 300 mil en total, y ciento veinte.": "21 mil 500=21500 people/personas|5 millones 300 mil=5.3e+06 /|ciento veinte=120 /",
			"Los años noventa, cada 5 días, el 1.º, el artículo 12, la Ley 27.":           "",
			"Hubo 1’396.342 redes; el decreto 115, el caso 08; una veintena de remos.":    "1’396.342=1.396342e+06 redes/redes|una veintena=20 remos/remos",
			"Uno de cada cinco pescadores, por ciento, miles de personas.":                "",
			"Al menos 17 niños y más de 40 mujeres; 12 docenas; doscientas tres vacas.":   "17=17 people/niños|40=40 people/mujeres|12 docenas=144 /|doscientas tres=203 vacas/vacas",
			"Ganó 10.000 mdp, US$ 2,5 millones y 1.234,56 euros.":                         "10.000 mdp=1e+10 /|US$ 2,5 millones=2.5e+06 dollars/|1.234,56=1234.56 euros/",
		},
		"fr": {
			"Il y a soixante-dix-sept voiles, quatre-vingt-douze rames et quatre-vingts ancres.": "soixante-dix-sept=77 voiles/voiles|quatre-vingt-douze=92 rames/rames|quatre-vingts=80 ancres/ancres",
			"Vingt et un bateaux, dix-huit filets, deux cent trois mille tonnes.":                "Vingt et un=21 bateaux/bateaux|dix-huit=18 filets/filets|deux cent trois mille=203000 tonnes/",
			"Deux mille cinq cents marins, un demi-million et 1,5 million d’euros.":              "Deux mille cinq cents=2500 people/marins|1,5 million=1.5e+06 /",
			"Le taux atteint 4 pour cent, ou 2,3 %, et 1 200 habitants partent.":                 "4 pour cent=4 percent/|2,3 %=2.3 percent/|1 200=1200 people/habitants",
			"Une quinzaine de voiles, une baisse de 23.1%, un bateau neuf et neuf bateaux.":      "Une quinzaine=15 voiles/voiles|23.1%=23.1 percent/|neuf=9 bateaux/bateaux",
			"L’article 12, la Loi 27, les années 90, le 1er, des milliers et des centaines.":     "",
		},
		"de": {
			"Sie haben zweiunddreißig Netze, zweihundertfünfzig Ruder und hunderttausend Segel.": "zweiunddreißig=32 netze/Netze|zweihundertfünfzig=250 ruder/Ruder|hunderttausend=100000 segel/Segel",
			"Das kostete eineinhalb Stunden, 1,5 Milliarden Euro und 2,3 Mio. Euro.":             "1,5 Milliarden=1.5e+09 euros/|2,3 Mio.=2.3e+06 euros/",
			"Der Anteil stieg um 4 Prozent auf 2,3 %; zwei Drittel der Boote liefen aus.":        "4 Prozent=4 percent/|2,3 %=2.3 percent/|zwei Drittel=0.6666666666666666 boote/Boote",
			"Es kamen 21.500 Menschen, 1200 Kinder und 2000 Beschäftigte.":                       "21.500=21500 people/Menschen|1200=1200 people/Kinder|2000=2000 people/Beschäftigte",
			"Am Hafen 12 lagen in Halle 4 die Linie 7, Artikel 12 und Paragraf 3; um 9 Uhr.":     "",
			"Das gilt über 2023 hinaus. Es waren über 2023 Boote.":                               "2023=2023 boote/Boote",
			"Der Verein machte 2023 Verluste. Einer von fünf Fischern, tausende Menschen.":       "",
			"Mindestens 17 Kinder und mehr als 40 Frauen; 12 neue Züge; zweihundertdrei Kühe.":   "17=17 people/Kinder|40=40 people/Frauen|12=12 züge/neue Züge|zweihundertdrei=203 kühe/Kühe",
			"In Berlin stimmten am Dienstag 36 Abgeordnete zu, 41 dagegen; Platz 3, Windows 11.": "36=36 people/Abgeordnete|41=41 /",
		},
		"pt": {
			"Há trinta e duas redes, dois mil e quinhentos remos e cem mil velas.":             "trinta e duas=32 redes/redes|dois mil e quinhentos=2500 remos/remos|cem mil=100000 velas/velas",
			"Custou 2,5 milhões de reais, 3,2 bilhões e R$ 1.234,56.":                          "2,5 milhões=2.5e+06 reais/reais|3,2 bilhões=3.2e+09 /|R$ 1.234,56=1234.56 reais/",
			"Subiu 4 por cento, 2,3% e duzentos e cinquenta barcos saíram.":                    "4 por cento=4 percent/|2,3%=2.3 percent/|duzentos e cinquenta=250 barcos/barcos",
			"Morreram 17 pessoas; 12.500 moradores saíram; a lei 27, o artigo 12, às 9 horas.": "17=17 people/pessoas|12.500=12500 people/moradores",
			"As festas de 7 de Setembro reuniram uma centena de barcos.":                       "uma centena=100 barcos/barcos",
			"Um em cada cinco pescadores, milhares de pessoas, os anos 90.":                    "",
		},
		"it": {
			"Ci sono ventuno reti, duecentocinquanta remi e centomila vele.":                     "ventuno=21 reti/reti|duecentocinquanta=250 remi/remi|centomila=100000 vele/vele",
			"È costato 2,5 milioni di euro, 3,2 miliardi e 1.234,56 euro.":                       "2,5 milioni=2.5e+06 euros/euro|3,2 miliardi=3.2e+09 euros/|1.234,56=1234.56 euros/",
			"Salì del 4 per cento, del 2,3% e due terzi delle barche partirono.":                 "4 per cento=4 percent/|2,3%=2.3 percent/|due terzi=0.6666666666666666 barche/barche",
			"Sono morte 17 persone; 12.500 abitanti; la legge 27, l’articolo 12, alle ore 9.":    "17=17 people/persone|12.500=12500 people/abitanti",
			"Un 31enne con 70mila euro, una settantina di barche, venti di mare e venti barche.": "31enne=31 years/|70mila=70000 euros/|una settantina=70 barche/barche|venti=20 barche/barche",
			"Uno su cinque pescatori, migliaia di persone, gli anni 90.":                         "",
		},
		"nl": {
			"Er zijn eenentwintig netten, tweehonderdvijftig riemen en honderdduizend zeilen.": "eenentwintig=21 netten/netten|tweehonderdvijftig=250 riemen/riemen|honderdduizend=100000 zeilen/zeilen",
			"Het kostte 2,5 miljoen euro, 3,2 miljard en 1.234,56 euro; tweeëntwintig boten.":  "2,5 miljoen=2.5e+06 euros/|3,2 miljard=3.2e+09 euros/|1.234,56=1234.56 euros/|tweeëntwintig=22 boten/boten",
			"Het steeg met 4 procent, met 2,3% en 12.500 inwoners vertrokken.":                 "4 procent=4 percent/|2,3%=2.3 percent/|12.500=12500 people/inwoners",
			"Er stierven 17 mensen in zaal 4, artikel 12, lijn 7; om 9 uur.":                   "17=17 people/mensen",
			"Het zijn er 1.6 duizend, een stijging van 1.1 procent; om 20.15 uur.":             "1.6 duizend=1600 /|1.1 procent=1.1 percent/",
			"Een op de vijf vissers, duizenden mensen, de jaren 90.":                           "",
		},
		"ar": {
			"كلف 2.5 مليون دولار و١٢٠ يورو، وجاء 17 عاملا في المادة 9.": "2.5 مليون=2.5e+06 dollars/|١٢٠=120 euros/|17=17 people/عاملا",
			"غرق 1 مليون و269 ألف و657 صندوقا خلال الـ22 يوما الماضية.": "1 مليون و269 ألف و657=1.269657e+06 صندوقا/صندوقا|22=22 days/",
			"ارتفع بنسبة 4.5 في المئة و٣٫٥ بالمئة عند الساعة 9.":        "4.5 في المئة=4.5 percent/",
		},
		"ja": {
			"1億2000万円、3万5000人、4.5％、12隻、8か月。":             "1億2000万円=1.2e+08 yen/|3万5000人=35000 people/|4.5％=4.5 percent/|12=12 /|8か月=8 months/",
			"終値は463円17銭、2万1920円46銭、3円、捜査1課、今（23）日、1-7月。": "463円17銭=463.17 yen/|2万1920円46銭=21920.46 yen/|3円=3 yen/",
			"第3回、12時30分、2階、19歳、3月5日、三十人、１２人、5番。":         "１２人=12 people/",
		},
		"zh": {
			"1.2亿元，3万5000人，4.5%，12艘船，8个月。":   "1.2亿元=1.2e+08 yuan/|3万5000人=35000 people/|4.5%=4.5 percent/|12=12 /|8个月=8 months/",
			"4万亿元，7萬億，3万5000人，1-7月份，今（23）日。": "4万亿元=4e+12 yuan/|7萬億=7e+12 /|3万5000人=35000 people/",
			"第3次，12点30分，19岁，第5条，3月5日，三十人。":   "",
		},
	} {
		for text, want := range texts {
			if got := figuresIn(lang, text); got != want {
				t.Errorf("%s: %s\ngot  %s\nwant %s", lang, text, got, want)
			}
		}
	}
}
