import type { Company } from "@/lib/company/domain/company";
import type { Clock } from "@/lib/platform/config/clock";
import type { Actor } from "./domain/actor";

/** The company, actor and clock a function runs for. Only authentication creates it. */
export type Context = {
  readonly company: Company;
  readonly actor: Actor;
  readonly now: Clock;
  readonly from?: Origin;
};

/** From where somebody acts: the client's address, and the request as logs and the audit log name it. */
type Origin = { readonly address: string | null; readonly requestId: string | null };
