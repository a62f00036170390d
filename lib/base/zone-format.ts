/** Formats of one kind by IANA zone, each made once: to make one takes longer than to use it a thousand times. */
export function zoneFormat(options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const cached = formats.get(timeZone);
    if (cached) return cached;
    const format = new Intl.DateTimeFormat("en-US", { ...options, timeZone, hourCycle: "h23" });
    formats.set(timeZone, format);
    return format;
  };
}
