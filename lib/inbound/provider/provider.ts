import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import type { ProviderName } from "@/lib/inbound/domain/provider-name";
import type { Parsed } from "@/lib/inbound/provider/parsed";

/** Verifies and parses the events of one phone system or voice agent. Both functions are pure and never throw. */
export type Provider = {
  readonly name: ProviderName;
  /** The name on screens: "Twilio". */
  readonly label: string;
  /** The provider's name of the secret: "Auth token", "Public key". */
  readonly secretLabel: string;
  /** A sentence on where to find or paste the secret. */
  readonly secretHint: string;
  /** True if the provider creates the secret and it is pasted here; false if we create it. */
  readonly issuesSecret: boolean;
  /** During a rotation either secret may match. */
  readonly verify: (event: InboundEvent, secrets: readonly string[]) => SignatureCheck;
  /** `timeZone` is the IANA zone of local times. */
  readonly parse: (event: InboundEvent, settings: { readonly timeZone: string }) => Parsed;
};
