import Testing

@testable import Quantities

@Suite("Zones")
struct ZoneTests {
  @Test("an offset is at most 18 hours and has whole seconds")
  func offsets() throws {
    #expect(Zone(offsetSeconds: 0) == .utc)
    #expect(Zone(offsetSeconds: 64_800)?.description == "+18:00")
    #expect(Zone(offsetSeconds: -64_801) == nil)
    #expect(Zone(offsetSeconds: .min) == nil)
    #expect(try Zone(offset: span("-PT2H1M"))?.description == "-02:01")
    #expect(try Zone(offset: span("PT1H0M1S"))?.description == "+01:00:01")
    #expect(try Zone(offset: span("PT0.5S")) == nil)
    #expect(try Zone(offset: span("P1D")) == nil)
  }

  @Test(
    "only names of the database are zones",
    arguments: [
      "", "/", "Nowhere/City", "xyz/abc", "../etc/passwd", "Europe/../Europe/Paris", "Europe/",
      "Europe", "/Europe/Paris", "europe/paris", "posix/Europe/Paris", "localtime", "tzdata.zi",
      "Europe/Paris ", "Europe//Paris", "Europe/Paris\0",
    ])
  func refusesNames(name: String) {
    #expect(Zone(name: name) == nil)
    #expect(Zone.named(name).offset(atInstant: 0) == nil)
  }

  @Test(
    "named zones know their offsets at an instant, before, within and beyond their tables",
    arguments: [
      ("Europe/Paris", "2021-01-01T00:00:00Z", 3600),
      ("Europe/Paris", "2021-07-01T00:00:00Z", 7200),
      ("Europe/Paris", "2021-03-28T00:59:59Z", 3600),
      ("Europe/Paris", "2021-03-28T01:00:00Z", 7200),
      ("Europe/Paris", "1800-01-01T00:00:00Z", 561), ("Europe/Paris", "2500-07-01T00:00:00Z", 7200),
      ("Europe/Paris", "2500-12-01T00:00:00Z", 3600),
      ("Australia/Melbourne", "2021-01-01T00:00:00Z", 39_600),
      ("Australia/Melbourne", "2121-07-01T00:00:00Z", 36_000),
      ("Australia/Melbourne", "2121-01-01T00:00:00Z", 39_600),
      ("Europe/Dublin", "2100-07-01T00:00:00Z", 3600), ("Europe/Dublin", "2100-01-01T00:00:00Z", 0),
      ("Asia/Dhaka", "2100-01-01T00:00:00Z", 21_600), ("Etc/UTC", "2021-01-01T00:00:00Z", 0),
      ("Etc/GMT+5", "2021-01-01T00:00:00Z", -18_000),
      ("America/New_York", "2200-03-09T07:00:00Z", -14_400),
      ("Asia/Kathmandu", "2021-01-01T00:00:00Z", 20_700),
      ("Europe/Paris", "999999999-07-01T00:00:00Z", 7200),
    ])
  func namedOffsets(name: String, instant: String, offset: Int) throws {
    let zone = try #require(Zone(name: name))
    let instant = try #require(try moment(instant).instant)
    #expect(zone.offset(atInstant: Int(instant / 1_000_000_000)) == offset)
  }

  @Test("the standard offset is the one outside summer time, wherever the summer is")
  func standardOffsets() {
    #expect(Zone(name: "Europe/Paris")?.standardOffset == 3600)
    #expect(Zone(name: "Australia/Melbourne")?.standardOffset == 36_000)
    #expect(Zone(name: "Europe/Dublin")?.standardOffset == 0)
    #expect(Zone.offset(seconds: -60).standardOffset == -60)
  }

  @Test(
    "a local time that clocks show twice is the first, one they skip is later by the jump",
    arguments: [
      ("2021-03-28T01:59:59@Europe/Paris", "2021-03-28T00:59:59Z"),
      ("2021-03-28T02:30:00@Europe/Paris", "2021-03-28T01:30:00Z"),
      ("2021-03-28T03:00:00@Europe/Paris", "2021-03-28T01:00:00Z"),
      ("2021-10-31T02:30:00@Europe/Paris", "2021-10-31T00:30:00Z"),
      ("2021-10-31T03:00:00@Europe/Paris", "2021-10-31T02:00:00Z"),
      ("2021-04-04T02:30:00@Australia/Melbourne", "2021-04-03T15:30:00Z"),
    ])
  func changesOfClocks(local: String, instant: String) throws {
    #expect(try moment(local).instant == moment(instant).instant)
  }

  @Test(
    "rules in the POSIX form",
    arguments: [
      ("UTC0", "2021-07-01T00:00:00Z", 0), ("<+0330>-3:30", "2021-07-01T00:00:00Z", 12_600),
      ("EST5EDT,M3.2.0,M11.1.0", "2021-03-14T06:59:59Z", -18_000),
      ("EST5EDT,M3.2.0,M11.1.0", "2021-03-14T07:00:00Z", -14_400),
      ("EST5EDT,M3.2.0,M11.1.0", "2021-11-07T06:00:00Z", -18_000),
      ("AAA-1BBB,J60/0,J300/0", "2024-02-29T22:59:59Z", 3600),
      ("AAA-1BBB,J60/0,J300/0", "2024-02-29T23:00:00Z", 7200),
      ("AAA-1BBB,59/0,300/0", "2024-02-28T23:00:00Z", 7200),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T00:59:59Z", -7200),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T01:00:00Z", -3600),
      ("AAA0BBB-2:30:15,M1.1.1,M12.5.6", "2024-06-01T00:00:00Z", 9015),
    ])
  func footers(rule: String, instant: String, offset: Int) throws {
    let footer = try #require(ZoneFooter(rule))
    let instant = try #require(try moment(instant).instant)
    #expect(footer.offset(atInstant: Int(instant / 1_000_000_000)) == offset)
  }

  @Test(
    "malformed rules are refused",
    arguments: [
      "", "A0", "UTC", "UTC0X", "<UTC0", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
      "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J1", "EST5EDT,M3.2.0,M11.1.0x", "UTC999",
    ])
  func refusesFooters(rule: String) {
    #expect(ZoneFooter(rule) == nil)
  }

  @Test("instants beyond all years have an offset, too", arguments: [Int.min, .max])
  func extremes(seconds: Int) {
    let zone = Zone(name: "Europe/Paris")
    #expect(zone?.offset(atInstant: seconds) != nil)
    #expect(zone?.offset(atLocal: seconds) != nil)
    #expect(
      DateAndTime(instant: Int128(seconds) * 1_000_000_000, zone: .named("Europe/Paris")) == nil)
  }

  @Test("cut or damaged zone files are refused")
  func refusesDamagedFiles() {
    #expect(ZoneRules(zoneFile: []) == nil)
    #expect(ZoneRules(zoneFile: Array("TZif".utf8)) == nil)
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 39)
    #expect(ZoneRules(zoneFile: header + header) == nil)
    let many =
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
      + [UInt8](repeating: 0xFF, count: 24)
    #expect(ZoneRules(zoneFile: many + many) == nil)
    // One type, and then nothing where it should be.
    var cut = header
    cut[39] = 1
    #expect(ZoneRules(zoneFile: header + cut) == nil)
    #expect(
      ZoneRules(zoneFile: header + cut + [0, 0, 0x0E, 0x10, 0, 0] + Array("\nXYZ-1\n".utf8))?
        .initialOffset == 3600)
  }

  @Test("zones are equal if they are written alike")
  func equality() {
    #expect(Zone(name: "Australia/Melbourne") == Zone(name: "Australia/Melbourne"))
    #expect(Zone(name: "Australia/Melbourne") != Zone(name: "Australia/Sydney"))
    #expect(Zone(name: "Etc/UTC") != .utc)
  }
}
