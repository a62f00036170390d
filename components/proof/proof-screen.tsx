"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { type Access, may } from "@/lib/access/domain/access";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { proofQuery, useStartProof } from "@/lib/proof/client";
import type { ProofState } from "@/lib/proof/contract";
import { ChainHead } from "./chain-head";
import { LastProof } from "./last-proof";
import { LedgerDownloads } from "./ledger-downloads";

type ProofScreenProps = { initial: ProofState; timeZone: string; access: Access };

export function ProofScreen({ initial, timeZone, access }: ProofScreenProps) {
  const { data: state } = useQuery({ ...proofQuery, initialData: initial });
  const starting = useStartProof();
  const { proof, head, exported } = state;
  const mayExport = may(access, "read", "call.revenue") && may(access, "read", "call.payout");
  const isRunning = proof?.state === "running";

  function start() {
    starting.mutate(undefined, {
      onError: (error) => toast.error("Couldn’t start verification", { description: refusalText(error) }),
    });
  }

  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-semibold text-20">Ledger verification</h1>
        {may(access, "update", "billing") && (
          <Button variant="primary" busy={starting.isPending || isRunning} onClick={start}>
            Verify now
          </Button>
        )}
      </div>
      {proof?.state === "differs" && (
        <Alert tone="negative" title={`The ledger doesn’t match: ${proof.difference}.`}>
          Records were changed outside Callmark. Keep the database and the exported file as they are for investigation.
        </Alert>
      )}
      <Section title="Last verification">
        <LastProof proof={proof} timeZone={timeZone} />
      </Section>
      <ChainHead head={head} exported={exported} timeZone={timeZone} />
      {mayExport && <LedgerDownloads />}
    </div>
  );
}
