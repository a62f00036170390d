import { QueryClient } from "@tanstack/react-query";

const STALE_AFTER_MS = 30_000;
const MAX_RETRIES = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_AFTER_MS, retry: worthRetrying },
      mutations: { retry: false },
    },
  });
}

/** Client errors (4xx) are not retried: the answer would be the same. */
export function worthRetrying(failures: number, error: unknown): boolean {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;
  return failures < MAX_RETRIES && !(status >= 400 && status < 500);
}
