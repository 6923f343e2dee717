package site

// Verdict is in words whether a figure agrees with the official one: see Agreements.
func Verdict(agrees string) string {
	switch agrees {
	case "yes":
		return "agrees with the record"
	case "roughly":
		return "roughly agrees"
	case "no":
		return "does not agree"
	}
	return "not verified"
}
