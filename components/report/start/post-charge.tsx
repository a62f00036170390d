"use client";

import { useRouter } from "next/navigation";
import { RunRollup } from "@/components/ledger/run-rollup";

export function PostCharge({ callId }: { callId: number }) {
  const router = useRouter();
  return <RunRollup callId={callId} size="md" variant="primary" onPosted={router.refresh} />;
}
