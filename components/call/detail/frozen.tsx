"use client";

import { type DehydratedState, HydrationBoundary, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

/** A page as it was loaded: it asks for nothing more, and nothing in it can be pressed. */
export function Frozen({ state, children }: { state: DehydratedState; children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: Number.POSITIVE_INFINITY,
            enabled: false,
            refetchInterval: false,
            refetchOnWindowFocus: false,
            refetchOnReconnect: false,
          },
        },
      }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <HydrationBoundary state={state}>
        <div inert>{children}</div>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}
