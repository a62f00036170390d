import type { Company } from "@/lib/company/domain/company";
import type { Clock } from "@/lib/platform/config/clock";
import type { Actor } from "./domain/actor";

/** The company, actor and clock a function runs for. Only authentication creates it. */
export type Context = {
  readonly company: Company;
  readonly actor: Actor;
  readonly now: Clock;
  readonly from?: Origin;
  /** Of a signed-in member. Without a second factor that the company asks for, they may only add one. */
  readonly session?: { readonly id: number; readonly lacksSecondFactor: boolean };
};

/** From where somebody acts: the client's address, and the request as logs and the audit log name it. */
export type Origin = { readonly address: string | null; readonly requestId: string | null };
