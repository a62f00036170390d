"use client";

import { Failure } from "@/components/shell/failure";

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} onRetry={retry} />;
}
