import type { Segment } from "@/lib/evaluation/domain/evaluation-facts";

/** A call as the system that carried it knows it. */
export type CarriedCall = {
  /** Thirty-two hexadecimal digits. */
  readonly id: string;
  /** Null where the caller hides it. */
  readonly caller: string | null;
  readonly startedAt: Date;
  readonly ringingSeconds: number;
  /** Null where nobody answered. */
  readonly connectedSeconds: number | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

/** What a provider posts of a call, and how it proves that it is the provider. */
export type ProviderEvent = {
  readonly at: Date;
  readonly body: string;
  readonly query?: string;
  readonly sign: (secret: string, url: string, at: Date) => Readonly<Record<string, string>>;
};

export type Provider = (call: CarriedCall) => readonly ProviderEvent[];

export function secondsAfter(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}

export function endOf({ startedAt, ringingSeconds, connectedSeconds }: CarriedCall): Date {
  return secondsAfter(startedAt, ringingSeconds + (connectedSeconds ?? 0));
}
