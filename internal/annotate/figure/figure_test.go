package figure

import (
	"fmt"
	"strings"
	"testing"

	"glossator/internal/annotate/date"
	"glossator/internal/annotate/sample"
)

func TestFigures(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"en", "About 24,819 boats sailed.", "24,819=24819 boats/boats"},
		{"en", "More than 11 million young sailors waited.", "11 million=1.1e+07 people/young sailors"},
		{"en", "The number of boats rose from 206 to 24,819.", "206=206 boats/boats|24,819=24819 boats/boats"},
		{"en", "It was 80 percent full, 12.5% empty and 7 % odd, up 3 percentage points.", "80 percent=80 percent/|12.5%=12.5 percent/|7 %=7 percent/|3 percentage points=3 percentage points/"},
		{"en", "Some 29 percent of the boats sank.", "29 percent=29 percent/boats"},
		{"en", "It cost $1.8 billion, €20 million and 5 million pesos.", "$1.8 billion=1.8e+09 dollars/|€20 million=2e+07 euros/|5 million=5e+06 pesos/"},
		{"en", "They got US$5 million in aid.", "US$5 million=5e+06 dollars/aid"},
		{"en", "Every day at nine it closes; the trek is 100km.", "100km=100 kilometers/"},
		{"en", "It held 200 years of bilateral trade.", "200=200 years/bilateral trade"},
		{"en", "It hired 800 additional active-duty sailors.", "800=800 people/additional active-duty sailors"},
		{"en", "It hired 1,500 more active-duty sailors.", "1,500=1500 people/active-duty sailors"},
		{"en", "Nineteen towns sued; twenty-five boats won, two hundred and six boats lost.", "Nineteen=19 towns/towns|twenty-five=25 boats/boats|two hundred and six=206 boats/boats"},
		{"en", "Of 206 encountered in May, few stayed; 17 were hurt.", "206=206 encounters/|17=17 people/hurt"},
		{"en", "The number of Venezuelans encountered rose from 206 in May to 24,819 in June.", "206=206 encounters/Venezuelans|24,819=24819 encounters/Venezuelans"},
		{"en", "It counted 206 sailors encountered at sea; 17 sailors were encountered, 12 sailors rescued.", "206=206 encounters/sailors|17=17 encounters/sailors|12=12 people/sailors"},
		{"en", "The patrol stopped 206 sailors in May and 24,819 a year later.", "206=206 people/sailors|24,819=24819 people/sailors"},
		{"en", "Of the 40 boats seized, 12 were released; up to 9 a day sank.", "40=40 boats/boats|12=12 boats/boats|9=9 /"},
		{"en", "It won 14 of the 22 seats, on 78,000 occasions.", "14=14 seats/seats|22=22 seats/seats|78,000=78000 occasions/occasions"},
		{"en", "It hired 40 part-time and 60 full-time sailors from 29 families.", "40=40 people/full-time sailors|60=60 people/full-time sailors|29=29 families/families"},
		{"en", "In round 7 the five-strong crew used two-thirds of the town's water.", "five=5 people/|two-thirds=0.6666666666666666 water/water"},
		{"en", "It saw 200 storms, up from 64 a year earlier.", "200=200 storms/storms|64=64 storms/storms"},
		{"en", "The vote was 5-4.", "5=5 votes/|4=4 votes/"},
		{"en", "Half a million boats and a thousand oars.", "Half a million=500000 boats/boats|thousand=1000 oars/oars"},
		{"en", "Two-thirds of the boats sank.", "Two-thirds=0.6666666666666666 boats/boats"},
		{"en", "Two dozen boats.", "Two dozen=24 boats/boats"},
		{"en", "Between 600,000 and 800,000 sailors a year.", "600,000=600000 people a year/sailors|800,000=800000 people a year/sailors"},
		{"en", "It takes 10-20 days.", "10=10 days/|20=20 days/"},
		{"en", "A five-year ban and a 90-day order for a 69-year-old.", "five=5 years/|90=90 days/|69=69 years/age"},
		{"en", "Ana Ruiz, 34, of Dover, turned 35.", "34=34 years/age|35=35 years/age"},
		{"en", "It waited 17 months with her two daughters.", "17=17 months/|two=2 people/daughters"},
		{"en", "By a vote of 5 to 4 it won.", "5=5 votes/|4=4 votes/"},
		{"en", "It used the rule 2 million times.", "2 million=2e+06 times/"},
		{"en", "It gave 30m boats and 5k oars.", "30m=3e+07 boats/boats|5k=5000 oars/oars"},
		{"es", "Hay 24.819 barcos, 12,5 % y 3.000.", "24.819=24819 barcos/barcos|12,5 %=12.5 percent/|3.000=3000 /"},
		// ranges share their scale
		{"en", "It cost $11–12 million, or $3 to $4 billion.", "$11=1.1e+07 dollars/|12 million=1.2e+07 dollars/|$3=3e+09 dollars/|$4 billion=4e+09 dollars/"},
		{"en", "From 2 to 3 million boats, two or three million, between 1.5 and 2 billion.", "2=2e+06 boats/boats|3 million=3e+06 boats/boats|two=2e+06 /|three million=3e+06 /|1.5=1.5e+09 /|2 billion=2e+09 /"},
		{"en", "It rose from 500 to 2 million crowns; 5 and 6 million came.", "500=500 crowns/crowns|2 million=2e+06 crowns/crowns|5=5 /|6 million=6e+06 /"},
		// fractions and halves
		{"en", "Two and a half million sailors rowed three-and-a-half hours.", "Two and a half million=2.5e+06 people/sailors|three-and-a-half=3.5 hours/"},
		{"en", "One point two five million boats, 2½ miles and one and three quarters.", "One point two five million=1.25e+06 boats/boats|2½=2.5 miles/|one and three quarters=1.75 /"},
		{"en", "A quarter of a million boats; a quarter of the crew.", "quarter of a million=250000 boats/boats"},
		{"en", "It rose 14-1/2 pct, 3 1/2 miles, two thirds of the fleet and a million and a half boats.", "14-1/2 pct=14.5 percent/|3 1/2=3.5 miles/|two thirds=0.6666666666666666 fleet/fleet|million and a half=1.5e+06 boats/boats"},
		{"en", "One boat and one crew took two thirds; for three quarters of the fleet and for two quarters.", "two thirds=0.6666666666666666 /|three quarters=0.75 fleet/fleet"},
		// below zero
		{"en", "It was minus 5 degrees, -0.25 percent and −3°; five minus two; a 10-20 lead.", "minus 5=-5 degrees/|-0.25 percent=-0.25 percent/|−3=-3 /|five=5 /|two=2 /|10=10 lead/lead|20=20 lead/lead"},
		// metres and millions
		{"en", "He won the 100m race, off a tower 5m tall, and a £3m loan; 30m boats saw the 400m hurdles.", "100m=100 meters/|5m=5 meters/|£3m=3e+06 pounds/|30m=3e+07 boats/boats|400m=400 meters/"},
		{"en", "It stood at 30m. The last 100m of the race.", ""},
		// other languages
		{"es", "Unos 1 200 barcos, 1,5 millones el 3 de marzo y 2 mil.", "1 200=1200 barcos/barcos|1,5 millones=1.5e+06 /|2 mil=2000 /"},
		{"es", "Son 1,200 barcos, 0,125 y 12,50 euros, 1.234,567 toneladas.", "0,125=0.125 euros/|12,50=12.5 euros/|1.234,567=1234.567 tonnes/"},
		{"es", "Llegaron 12", "12=12 /"},
		{"es-ES", "Son 1,200 toneladas.", "1,200=1.2 tonnes/"},
		{"de", "Es sind 1,200 Tonnen.", "1,200=1.2 tonnes/"},
		{"es-MX", "Son 1,200 barcos, 2.3%.", "1,200=1200 barcos/barcos|2.3%=2.3 percent/"},
		{"fr", "Les 1 200 et 1\u202f200\u202f000 bateaux, 2,5 millions, le 3 mars.", "1 200=1200 bateaux/bateaux|1 200 000=1.2e+06 bateaux/bateaux|2,5 millions=2.5e+06 /"},
		{"de", "Am 3. März kamen 1,5 Mio. und 2 Milliarden.", "1,5 Mio.=1.5e+06 /|2 Milliarden=2e+09 /"},
		{"ar", "2,300", "2,300=2300 /"},
		// no figures
		{"en", "One in five boats, 3 in 10 crews and nine out of ten sank.", ""},
		{"en", "One in every five boats sank, and in four years one in every ten.", "four=4 years/"},
		{"en", "It cost £3-4bn, 20-30k crowns or $2-3m; a 3-4m wall.", "£3=3e+09 pounds/|4bn=4e+09 pounds/|20=20000 crowns/crowns|30k=30000 crowns/crowns|$2=2e+06 dollars/|3m=3e+06 dollars/"},
		{"en", "A 1987 Chevrolet stood there. The vote was 4-3. A score of 3-2, they said.", "4=4 votes/|3=3 votes/|3=3 /|2=2 /"},
		{"en", "Title 9, Section 8, H.R. 6, No. 7, Sec. 3 and §§ 265, 268.", ""},
		{"en", "COVID-19 and MS-13 in District 9 on Route 66.", ""},
		{"en", "He sailed (¶1, ¶5) and rowed (¶8–10); see also ¶¶ 3 and pp. 4.", ""},
		{"en", "At 9 a.m., at 10:30 and at 7, call 555-123-4567 or 555-0100.", ""},
		{"en", "Dozens, hundreds, thousands and a few million waited.", ""},
		{"en", "The two leaders, the 2 leaders, our two countries, one of two members, one issue.", ""},
		{"en", "In 2021, on March 3, two years ago and 10 days later.", ""},
		{"en", "The 117th board, the 1980s and the 4th of them.", ""},
		{"en", "The house at 1600 Harbor Avenue.", ""},
		{"en", "1. First\n\n2. Second\n\n(3) third", ""},
	} {
		if got := figuresIn(c.lang, c.in); got != c.want {
			t.Errorf("%s\ngot  %q\nwant %q", c.in, got, c.want)
		}
	}
}

func figuresIn(lang, in string) string {
	x, ms := sample.Text("2022-03-10", lang, in)
	var out []string
	for _, f := range new(Finder).Find(x, ms, new(date.Finder).Find(x, nil)) {
		out = append(out, fmt.Sprintf("%s=%v %s/%s", x.Prose[f.Span.Start:f.Span.End], f.Value, f.Unit, f.What))
	}
	return strings.Join(out, "|")
}

func TestFiguresLeaveNamesAlone(t *testing.T) {
	x, ms := sample.Text("2022-03-10", "en", "{title-9|Title 9} and {dozen|The Group 20} sailed with 3 boats.")
	if got := new(Finder).Find(x, ms, nil); len(got) != 1 || got[0].Value != 3 {
		t.Errorf("%+v", got)
	}
}
