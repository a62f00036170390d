import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { Call } from "./call";
import { Change } from "./change";

/** Extra members of the problem: the changes since the version that was sent. */
export const StaleCallMembers = z.object({
  call: Call.meta(says("With 409: the current call.")),
  changes: z.array(Change).meta(says("With 409: changes since your version.")),
});
