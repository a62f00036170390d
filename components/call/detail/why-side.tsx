import { partyAddress } from "@/components/party/party-address";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { Call } from "@/lib/call/contract/call";
import type { Evaluations } from "@/lib/evaluation/client";
import type { Evaluation, SettingsInForce } from "@/lib/evaluation/contract";
import { WhyDecidedLine } from "./why-decided-line";
import { WhyEarlier } from "./why-earlier";
import { WhySteps } from "./why-steps";

type WhySideProps = {
  call: Call;
  side: Evaluation["side"];
  why: Evaluations;
  mayOpen: boolean;
  timeZone: string;
};

export function WhySide({ call, side, why, mayOpen, timeZone }: WhySideProps) {
  const evaluations = why.evaluations.filter((candidate) => candidate.side === side);
  const inForce = why.sides.find((candidate) => candidate.side === side)?.settings ?? null;
  const [newest, ...earlier] = evaluations;
  return (
    <div className="space-y-2 text-13">
      {inForce === null && <NoSettings call={call} side={side} mayOpen={mayOpen} />}
      {inForce !== null && !newest && (
        <p className="text-ink-muted">Not evaluated yet. The call is evaluated when it ends or reports new data.</p>
      )}
      {newest && <WhySteps evaluation={newest} mayOpen={mayOpen} />}
      <WhyDecidedLine callId={call.id} side={side} evaluations={evaluations} timeZone={timeZone} />
      {newest?.settings && (
        <p className="text-12 text-ink-muted">
          Evaluated <RelativeTime at={newest.evaluated_at} timeZone={timeZone} /> with{" "}
          <Version settings={newest.settings} mayOpen={mayOpen} />, in force when the call started
        </p>
      )}
      <WhyEarlier evaluations={earlier} mayOpen={mayOpen} timeZone={timeZone} />
    </div>
  );
}

function Version({ settings: { type, id, version }, mayOpen }: { settings: SettingsInForce; mayOpen: boolean }) {
  const text = `version ${version} of the ${type}’s settings`;
  return mayOpen ? <TextLink href={`${partyAddress({ type, id })}/conversion`}>{text}</TextLink> : text;
}

function NoSettings({ call, side, mayOpen }: Pick<WhySideProps, "call" | "side" | "mayOpen">) {
  const owner = side === "buyer" ? call.buyer : call.offer;
  if (!owner) return <p className="text-ink-muted">No buyer: manual only.</p>;
  return (
    <p className="text-ink-muted">
      No settings: manual only.{" "}
      {mayOpen && (
        <TextLink href={`${partyAddress({ type: side, id: owner.id })}/conversion`}>{owner.name} settings</TextLink>
      )}
    </p>
  );
}
