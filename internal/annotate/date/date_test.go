package date

import (
	"strings"
	"testing"

	"glossator/internal/annotate/sample"
)

func datesOf(published, lang, in string) string {
	x, _ := sample.Text(published, lang, in)
	var out []string
	for _, d := range new(Finder).Find(x, nil) {
		to := d.Resolves
		if to == "" {
			to = "?"
		}
		out = append(out, x.Prose[d.Span.Start:d.Span.End]+"="+string(to))
	}
	return strings.Join(out, "|")
}

// The article's day is Thursday, 10 March 2022, where a case names no other.
func TestDates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// weekdays
		{"The ferry sailed on Monday.", "Monday=2022-03-07"},
		{"The ferry sailed Thursday.", "Thursday=2022-03-10"},
		{"The ferry will sail on Friday.", "Friday=2022-03-11"},
		{"He said the ferry must sail as early as Monday.", "Monday=2022-03-14"},
		{"He warned that it could sail by December.", "December=2022-12"},
		{"He said it every day between now and November.", "November=2022-11"},
		{"It sailed on Christmas Eve.", "Christmas Eve=2021-12-24"},
		{"The ferry will sail on Friday, the board said.", "Friday=2022-03-11"},
		{"The board said on Tuesday it will sail.", "Tuesday=2022-03-08"},
		{"It sailed last Thursday and is due next Thursday.", "last Thursday=2022-03-03|next Thursday=2022-03-17"},
		{"Later on Friday, after the feast, boats will race.", "Friday=2022-03-11"},
		{"It sails on Mondays and on Black Friday.", ""},
		{"The fleet left Monday, March 7.", "Monday, March 7=2022-03-07"},
		{"The fleet left on Tuesday, Nov. 9, 2021.", "Tuesday, Nov. 9, 2021=2021-11-09"},
		{"The board said the strike would last until Sunday.", "Sunday=2022-03-13"},
		{"The party leads before the vote on Sunday.", "Sunday=2022-03-13"},
		{"He met her before the vote on Sunday.", "Sunday=2022-03-06"},
		{"The deadline is Friday, and the crew has until Monday.", "Friday=2022-03-11|Monday=2022-03-14"},
		{"Boats will be free from Monday until Friday.", "Monday=2022-03-14|Friday=2022-03-18"},
		{"Talks resume a week from Tuesday.", "a week from Tuesday=2022-03-22"},
		{"It sank a week ago Friday and will rise three days from now.", "a week ago Friday=2022-02-25|three days from now=2022-03-13"},
		// scheduled
		{"They will sail on Monday, the mayor told a hall on Tuesday.", "Monday=2022-03-14|Tuesday=2022-03-08"},
		{"The court set the trial for 9 September.", "9 September=2022-09-09"},
		{"It will last six weeks, unlike the last six weeks.", "the last six weeks=?"},
		{"It is a fund that lapses in December.", "December=2022-12"},
		{"The rule takes effect in February.", "February=2023-02"},
		{"The rule took effect in February.", "February=2022-02"},
		// decades
		{"In the 1990s and the '70s, before the 21st century, a 19th-century pier stood.", "the 1990s=?|the '70s=?|the 21st century=?|19th-century=?"},
		// days
		{"Today we sail, tomorrow we rest; yesterday we ate.", "Today=2022-03-10|tomorrow=2022-03-11|yesterday=2022-03-09"},
		{"It docked this morning and left last night.", "this morning=2022-03-10|last night=2022-03-09"},
		{"It docked 10 days ago.", "10 days ago=2022-02-28"},
		{"It docked on Sept. 20.", "Sept. 20=2021-09-20"},
		{"It docked Jan. 6, 2021, at noon.", "Jan. 6, 2021=2021-01-06"},
		{"It docked on 6 January 2021 and on the 7th of January, 2021.", "6 January 2021=2021-01-06|7th of January, 2021=2021-01-07"},
		{"It waited since the sixth of January.", "sixth of January=2022-01-06"},
		{"It is set to sail April 2.", "April 2=2022-04-02"},
		{"It must sail by April 2, the board said.", "April 2=2022-04-02"},
		{"Boats that docked by Jan. 31 may stay.", "Jan. 31=2022-01-31"},
		{"The race of March 3-5 was short.", "March 3-5=2022-03"},
		{"It docked on 2022-01-05 and 1/6/2022.", "2022-01-05=2022-01-05|1/6/2022=2022-01-06"},
		{"It docked on Monday. On the same day, it left.", "Monday=2022-03-07|the same day=2022-03-07"},
		// weeks and months
		{"It sails this week and sailed last month.", "this week=2022-03|last month=2022-02"},
		{"It sailed in December.", "December=2021-12"},
		{"It will sail in December.", "December=2022-12"},
		{"There was a plan to sail in June.", "June=2022-06"},
		{"It sailed on May 30, 2019, and again on June 7.", "May 30, 2019=2019-05-30|June 7=2019-06-07"},
		{"The January boats we could not count.", "January=2022-01"},
		{"The goal is to sail in June.", "June=2022-06"},
		{"January's storms were bad.", "January=2022-01"},
		{"It sailed in December 2020 and in early May.", "December 2020=2020-12|early May=2021-05"},
		{"It was built in May of 2019, rebuilt in June last year.", "May of 2019=2019-05|June last year=2021-06"},
		{"An October letter said so.", "October=2021-10"},
		{"It docked three months ago, or two weeks ago.", "three months ago=2021-12|two weeks ago=2022-02"},
		{"The end of the month is near.", "the month=2022-03"},
		{"It rested over the weekend.", "the weekend=2022-03"},
		// years and seasons
		{"It sailed in 2019, after the 2016 storm.", "2019=2019|2016=2016"},
		{"It sailed last year, not the prior year.", "last year=2021|the prior year=2020"},
		{"It sailed in January, more than in the prior year.", "January=2022-01|the prior year=2021"},
		{"It docked in 2019 and left two years later.", "2019=2019|two years later=2021"},
		{"It docked two years ago.", "two years ago=2020"},
		{"It will sail in the late spring and summer of next year, then in November.", "the late spring and summer of next year=2023|November=2023-11"},
		{"It sailed last summer and will sail this summer.", "last summer=2021|this summer=2022"},
		{"It was built in the spring of 2018.", "the spring of 2018=2018"},
		{"A race in the summer could follow.", "the summer=2022"},
		{"In fiscal year 2021 it cost more; by mid-2023 it will cost less.", "2021=2021|mid-2023=2023"},
		{"The 2019-20 season was short.", "2019-20=?"},
		{"It costs more by the end of the year.", "the year=2022"},
		// quarters and halves of a year
		{"Sales rose in the fourth quarter of 2021 and in Q1 2022.", "the fourth quarter of 2021=2021-Q4|Q1 2022=2022-Q1"},
		{"It posted a fourth-quarter loss; in the year-earlier quarter it had earned $2.", "fourth-quarter=2021-Q4|the year-earlier quarter=2020-Q4"},
		{"It expects a profit in the second quarter and growth in the second half.", "the second quarter=2022-Q2|the second half=2022-H2"},
		{"It took a charge in the first quarter.", "the first quarter=?"}, // this one, not over, or last year's
		{"Sales in the fourth quarter were $5, against $6 in the same period of 2019.", "the fourth quarter=2021-Q4|the same period of 2019=2019-Q4"},
		{"Sales fell in the third quarter from the previous quarter. For the quarter, profit was $4.", "the third quarter=2021-Q3|the previous quarter=2021-Q2|the quarter=2021-Q2"},
		{"Growth may slow in the first half of next year, and more in the second half.", "the first half of next year=2023-H1|the second half=2023-H2"},
		{"In the fiscal second quarter sales fell, and in the first quarter of fiscal 2021.", "the fiscal second quarter=?|the first quarter of fiscal 2021=2021"},
		{"The crew led in the first half and lost its third match in the second half; the coach shared the profit.", ""},
		{"He lives in the Old Quarter and owns a quarter of it.", ""},
		{"It will pay by year-end, as it did at year-end 2020.", "year-end=2022|year-end 2020=2020"},
		{"It paid by year-end.", "year-end=2021"},
		// holidays
		{"It sank on Thanksgiving Day, was raised on Christmas Eve and sailed on New Year's Day.", "Thanksgiving Day=2021-11-25|Christmas Eve=2021-12-24|New Year's Day=2022-01-01"},
		{"It will sail on Easter Sunday or on Labor Day.", "Easter Sunday=2022-04-17|Labor Day=2022-09-05"},
		{"It sank on Good Friday 2019, and last Christmas.", "Good Friday 2019=2019-04-19|last Christmas=2021-12-25"},
		{"The fourth of July will be hot, as will Memorial Day.", "fourth of July=2022-07-04|Memorial Day=2022-05-30"},
		{"It sells Easter eggs and Christmas trees on Easter Island.", ""},
		// years in words
		{"It was built in nineteen ninety-one, in nineteen-oh-two or in eighteen hundred.", "nineteen ninety-one=1991|eighteen hundred=1800"},
		{"It sank in two thousand and six; nineteen hundred boats, two thousand crews and twenty twelve-year-olds saw it.", "two thousand and six=2006"},
		{"It was April twelfth. It was on the twenty-first of May or August third, 2021.", "April twelfth=2021-04-12|twenty-first of May=2021-05-21|August third, 2021=2021-08-03"},
		// taken up again
		{"It left in June 2016 and came back later that year. That summer it sank.", "June 2016=2016-06|later that year=2016|That summer=2016"},
		{"It sailed in May 2016, and in December of that year.", "May 2016=2016-05|December of that year=2016-12"},
		{"It sailed on May 3, 2016. That night it sank.", "May 3, 2016=2016-05-03|That night=2016-05-03"},
		{"It sailed in 1989 and sank the following year.", "1989=1989|the following year=1990"},
		{"It sank on March 1; it had left the Thursday before.", "March 1=2022-03-01|the Thursday before=2022-02-24"},
		{"It sailed on May 30, 2019. It had left port on June 7.", "May 30, 2019=2019-05-30|June 7=?"}, // of 2019, or of last year
		// years at their end
		{"“It was 1997.” He wrote “in 1996.”", "1997=1997|1996=1996"},
		{"It weighed 1997.5 tons.", ""},
		// hours and parts of the day
		{"It sank at 9:30 a.m. EST Tuesday, not on Sunday night.", "9:30 a.m. EST Tuesday=2022-03-08|Sunday night=2022-03-06"},
		{"It sank on the evening of Feb. 3, at noon on Feb. 4, early Wednesday or Monday at midnight.", "the evening of Feb. 3=2022-02-03|noon on Feb. 4=2022-02-04|early Wednesday=2022-03-09|Monday at midnight=2022-03-07"},
		// which side
		{"Crews begin three days of talks on Friday.", "Friday=2022-03-11"},
		{"The rule would have forced them to revisit it in November.", "November=2022-11"},
		{"The rule would have ended in November.", "November=2021-11"},
		{"The crew has until 9 a.m. Tuesday.", "9 a.m. Tuesday=2022-03-15"},
		{"A race was planned for Saturday; it had been planned for Sunday.", "Saturday=2022-03-12|Sunday=2022-03-06"},
		{"The mayor is leaving the island on Friday.", "Friday=2022-03-11"},
		{"He is accused of sinking two boats on Tuesday.", "Tuesday=2022-03-08"},
		{"Talks are supposed to conclude by May.", "May=2022-05"},
		{"They prepared for Sunday's race.", "Sunday=?"},
		{"They rowed in Sunday's race.", "Sunday=2022-03-06"},
		{"It sank Friday.", "Friday=?"}, // of last week, or the article's day is another
		// names that hold a day
		{"It was made after the 11 September attacks, before the Jan. 6 riot.", "11 September=2001-09-11|Jan. 6=2021-01-06"},
		{"He read of Black September in the Sunday Times and heard the Today programme on May Street.", ""},
		{"Her 1987 Chevrolet and a 1982 Bordeaux are for today's youth, after today's vote in 1990.", "today=2022-03-10|1990=1990"},
		{"Today's vote was close.", "Today=2022-03-10"},
		{"It sails every Friday, on a Monday in May or on one bad Tuesday.", "May=2022-05"},
		{"He won in the last year of the war, the last week of August and the past year.", "August=2021-08|the past year=?"},
		{"It sails this year or next.", "this year=2022|next=2023"},
		{"It sank a year ago this week, or on Monday of last week.", "a year ago this week=2021-03|Monday of last week=2022-02-28"},
		// no place on the calendar
		{"It waited for weeks, in recent months and for decades.", "weeks=?|recent months=?|decades=?"},
		{"It was the worst in a decade.", "a decade=?"},
		{"It sailed for the past two weeks.", "the past two weeks=?"},
		// no dates
		{"May sailed in with Theresa May and April Smith; they march on.", ""},
		{"Some 2000 boats, 2,022 sailors and 1850 miles.", ""},
		{"It holds 1999 tons.", ""},
		{"His last day was long; that day too.", ""},
		{"The fall of the pier and the spring in her step.", ""},
		{"The second of two boats sank at 9/11 of its length.", ""},
	} {
		if got := datesOf("2022-03-10", "en", c.in); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestDatesOfOtherDaysAndLanguages(t *testing.T) {
	for _, c := range []struct{ day, lang, in, want string }{
		{"2022-12-31", "en", "It will sail Jan. 2.", "Jan. 2=2023-01-02"},
		{"2022-12-31", "en", "It sailed in January.", "January=2022-01"},
		{"2022-01-02", "en", "It sailed Dec. 30, and last month.", "Dec. 30=2021-12-30|last month=2021-12"},
		{"2022-01-02", "en", "It sailed last summer.", "last summer=2021"},
		{"2022-12-19", "en", "It sailed last summer.", "last summer=2022"},
		{"2020-02-29", "en", "It sailed a year ago.", "a year ago=2019"},
		{"2022-03-10", "en-GB", "It sailed on 3/4/2021.", "3/4/2021=2021-04-03"},
		{"2022-03-10", "da", "Am 19.12.2022 und 2021-05-06, seit 2019; nie am Montag.", "19.12.2022=2022-12-19|2021-05-06=2021-05-06|2019=2019"},
		{"2022-03-10", "es", "El 19/12/2022.", "19/12/2022=2022-12-19"},
	} {
		if got := datesOf(c.day, c.lang, c.in); got != c.want {
			t.Errorf("%s, %s: %s\ngot  %s\nwant %s", c.day, c.lang, c.in, got, c.want)
		}
	}
}

func TestDatesWithoutADay(t *testing.T) {
	x, _ := sample.Text("2022-03-10", "en", "It sailed on Monday, last month, in May 2019 and in June.")
	x.Day = ""
	var out []string
	for _, d := range new(Finder).Find(x, nil) {
		out = append(out, string(d.Resolves))
	}
	if got := strings.Join(out, "|"); got != "||2019-05|2019-06" {
		t.Error(got)
	}
}
