import type { ProviderName } from "@/lib/inbound/domain/provider-name";
import { asterisk } from "@/lib/inbound/provider/asterisk";
import { bland } from "@/lib/inbound/provider/bland";
import { elevenlabs } from "@/lib/inbound/provider/elevenlabs";
import { freeswitch } from "@/lib/inbound/provider/freeswitch";
import type { Provider } from "@/lib/inbound/provider/provider";
import { retell } from "@/lib/inbound/provider/retell";
import { telnyx } from "@/lib/inbound/provider/telnyx";
import { twilio } from "@/lib/inbound/provider/twilio";
import { vapi } from "@/lib/inbound/provider/vapi";

/** Providers by the name in their URL. */
export const PROVIDERS: Readonly<Record<ProviderName, Provider>> = {
  twilio,
  telnyx,
  vapi,
  retell,
  bland,
  elevenlabs,
  freeswitch,
  asterisk,
};
