/** "1,250.00" → "1250.00": fields take thousands separators, the API does not. Any other text is only trimmed. */
export function plainAmount(text: string): string {
  const trimmed = text.trim();
  return /^[-−]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(trimmed) ? trimmed.replaceAll(",", "") : trimmed;
}
