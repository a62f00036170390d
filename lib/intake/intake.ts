import type { Reading } from "@/lib/intake/call-report";
import type { Delivery, SignatureCheck } from "@/lib/intake/delivery";

export type Provider = "twilio" | "telnyx" | "vapi" | "retell" | "bland" | "elevenlabs" | "freeswitch" | "asterisk";

/** A source of calls: how its signature is checked and how its payload becomes our words. Pure apart from node:crypto; neither function throws. */
export type Intake = {
  readonly provider: Provider;
  /** For screens: "Twilio". */
  readonly label: string;
  /** What the maker calls the secret: "Auth token", "Public key". */
  readonly secretLabel: string;
  /** One whole sentence: where to find or paste it. */
  readonly secretHint: string;
  /** True where the maker issues the secret and it is pasted here, false where we make it and the user pastes it there. */
  readonly secretFromMaker: boolean;
  /** Several secrets while one replaces another: any of them may fit. */
  readonly verify: (delivery: Delivery, secrets: readonly string[]) => SignatureCheck;
  /** `timeZone` is the IANA zone of sources that tell local times without one. */
  readonly read: (delivery: Delivery, settings: { readonly timeZone: string }) => Reading;
};
