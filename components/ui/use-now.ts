"use client";

import { useCallback, useSyncExternalStore } from "react";

type Ticker = { listeners: Set<() => void>; timer: ReturnType<typeof setInterval> };
const tickers = new Map<number, Ticker>();

/**
 * Current time in milliseconds, in steps of `everyMs`; components with the same step share a timer. Rendered text may
 * differ by a step from the server: use `suppressHydrationWarning`.
 */
export function useNow(everyMs: number): number {
  const subscribe = useCallback((listener: () => void) => listen(everyMs, listener), [everyMs]);
  const read = () => Math.floor(Date.now() / everyMs) * everyMs;
  return useSyncExternalStore(subscribe, read, read);
}

function listen(everyMs: number, listener: () => void) {
  const ticker = tickers.get(everyMs) ?? start(everyMs);
  ticker.listeners.add(listener);
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    clearInterval(ticker.timer);
    tickers.delete(everyMs);
  };
}

function start(everyMs: number): Ticker {
  const listeners = new Set<() => void>();
  const timer = setInterval(() => {
    for (const wake of listeners) wake();
  }, everyMs);
  const ticker = { listeners, timer };
  tickers.set(everyMs, ticker);
  return ticker;
}
