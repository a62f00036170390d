const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in an IANA zone, `YYYY-MM-DD`. */
export function localDay(at: Date, timeZone: string): string {
  const parts = formatFor(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const cached = formats.get(timeZone);
  if (cached) return cached;
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const format = new Intl.DateTimeFormat("en-US", options);
  formats.set(timeZone, format);
  return format;
}
