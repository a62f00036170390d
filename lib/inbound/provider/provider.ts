import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import type { Parsed } from "@/lib/inbound/provider/parsed";

export type ProviderName = "twilio" | "telnyx" | "vapi" | "retell" | "bland" | "elevenlabs" | "freeswitch" | "asterisk";

/** How the events of one phone system or voice agent are verified and parsed. Both functions are pure and never throw. */
export type Provider = {
  readonly name: ProviderName;
  /** As screens show it: "Twilio". */
  readonly label: string;
  /** What the provider calls the secret: "Auth token", "Public key". */
  readonly secretLabel: string;
  /** One whole sentence: where to find or paste the secret. */
  readonly secretHint: string;
  /** True where the provider makes the secret and it is pasted here; false where we make it and it is pasted there. */
  readonly issuesSecret: boolean;
  /** While one secret replaces another, either may match. */
  readonly verify: (event: InboundEvent, secrets: readonly string[]) => SignatureCheck;
  /** `timeZone` is the IANA zone of times that are reported without one. */
  readonly parse: (event: InboundEvent, settings: { readonly timeZone: string }) => Parsed;
};
