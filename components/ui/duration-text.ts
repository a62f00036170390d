/** "42 s", "3 min 4 s", "1 h 2 min", "2 d 3 h": the two largest units. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const units = [
    { amount: Math.floor(whole / 86_400), unit: "d" },
    { amount: Math.floor((whole % 86_400) / 3600), unit: "h" },
    { amount: Math.floor((whole % 3600) / 60), unit: "min" },
    { amount: whole % 60, unit: "s" },
  ];
  const largest = units.findIndex(({ amount }) => amount > 0);
  if (largest === -1) return "0 s";
  return units
    .slice(largest, largest + 2)
    .filter(({ amount }) => amount > 0)
    .map(({ amount, unit }) => `${amount} ${unit}`)
    .join(" ");
}

/** "0:34", "12:05", "1:00:00" */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
