"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Section } from "@/components/ui/section";
import { Segmented } from "@/components/ui/segmented";
import { whileRunning } from "@/lib/call/client/call";
import type { Call } from "@/lib/call/contract/call";
import { evaluationsQuery } from "@/lib/evaluation/client";
import type { Evaluation } from "@/lib/evaluation/contract";
import { WhySide } from "./why-side";

type WhySectionProps = { call: Call; mayOpenSettings: boolean; timeZone: string };

const LABEL: Record<Evaluation["side"], string> = { buyer: "buyer", offer: "TS" };

export function WhySection({ call, mayOpenSettings, timeZone }: WhySectionProps) {
  const { data: why } = useSuspenseQuery({ ...evaluationsQuery(call.id), refetchInterval: whileRunning(call) });
  const sides = why.sides.map(({ side }) => side);
  const [chosen, choose] = useState(sides[0]);
  if (chosen === undefined) return null;
  return (
    <Section
      title="Why"
      aside={
        sides.length > 1 && (
          <Segmented
            legend="Side"
            hidesLegend
            choices={sides.map((side) => ({ value: side, label: LABEL[side] }))}
            value={chosen}
            onChange={choose}
          />
        )
      }
    >
      <WhySide key={chosen} call={call} side={chosen} why={why} mayOpen={mayOpenSettings} timeZone={timeZone} />
    </Section>
  );
}
