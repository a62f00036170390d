import { asterisk } from "@/lib/intake/asterisk";
import { bland } from "@/lib/intake/bland";
import { elevenlabs } from "@/lib/intake/elevenlabs";
import { freeswitch } from "@/lib/intake/freeswitch";
import type { Intake } from "@/lib/intake/intake";
import { retell } from "@/lib/intake/retell";
import { telnyx } from "@/lib/intake/telnyx";
import { twilio } from "@/lib/intake/twilio";
import { vapi } from "@/lib/intake/vapi";

/** Every source of calls by its name in the address. */
export const INTAKES: Readonly<Record<Intake["provider"], Intake>> = {
  twilio,
  telnyx,
  vapi,
  retell,
  bland,
  elevenlabs,
  freeswitch,
  asterisk,
};
