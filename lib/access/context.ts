import type { Company } from "@/lib/company/domain/company";
import type { Clock } from "@/lib/platform/config/clock";
import type { Actor } from "./domain/actor";

/** The company, actor and clock a function runs for. Only authentication creates it. */
export type Context = {
  readonly company: Company;
  readonly actor: Actor;
  readonly now: Clock;
  readonly from?: Origin;
  /** Of a write whose first answer is replayed. The verb stores the answer in the transaction of the effect. */
  readonly idempotencyKey?: IdempotencyKey;
  /** Of a signed-in member. Without a second factor that the company asks for, they may only add one. */
  readonly session?: { readonly id: number; readonly lacksSecondFactor: boolean };
};

/** Keyed hashes in hexadecimal: of the key with its sender, and of the request. */
export type IdempotencyKey = { readonly key: string; readonly request: string };

/** From where somebody acts: the client's address, and the request as logs and the audit log name it. */
export type Origin = { readonly address: string | null; readonly requestId: string | null };
