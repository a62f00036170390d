/** Providers whose events are accepted, by the name in their URL. */
export const PROVIDER_NAMES = [
  "twilio",
  "telnyx",
  "vapi",
  "retell",
  "bland",
  "elevenlabs",
  "freeswitch",
  "asterisk",
] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];
