import type { Segment } from "@/lib/call/domain/evaluation-facts";

/** A call as the phone system knows it. */
export type CarriedCall = {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** Null for an anonymous caller. */
  readonly caller: string | null;
  readonly startedAt: Date;
  readonly ringingSeconds: number;
  /** Null if unanswered. */
  readonly connectedSeconds: number | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

/** A provider's event of a call with its proof of origin. */
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
