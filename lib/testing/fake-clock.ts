import type { Clock } from "@/lib/platform/config/clock";

export type FakeClock = {
  readonly now: Clock;
  set(time: Date | string): void;
  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void;
};

/** A clock that only moves when set. */
export function fakeClock(start: Date | string = "2026-11-23T17:00:00Z"): FakeClock {
  let time = new Date(start);
  return {
    now: () => new Date(time),
    set: (to) => {
      time = new Date(to);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      time = new Date(time.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
    },
  };
}
