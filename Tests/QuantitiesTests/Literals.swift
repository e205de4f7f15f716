import Quantities
import Testing

func number(_ text: String) throws -> Decimal128 { try #require(Decimal128(text)) }
func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
func moment(_ text: String) throws -> DateAndTime { try #require(DateAndTime(text)) }
func span(_ text: String) throws -> DaysAndTimeDuration { try #require(DaysAndTimeDuration(text)) }
func months(_ text: String) throws -> YearsAndMonthsDuration {
  try #require(YearsAndMonthsDuration(text))
}
