import { MECHANISMS, type Mechanism } from "@/lib/call/domain/mechanism";
import { Chapter } from "./chapter";

const KINDS = {
  charge: "Bills a buyer: debits its receivable, credits revenue.",
  credit: "Takes a charge back: its reverse, and names it.",
  payout: "Owes a traffic source: debits traffic cost, credits its payable.",
  clawback: "Takes a payout back: its reverse, and names it.",
};

const MEANING: Readonly<Record<Mechanism, string>> = {
  manual: "A person said so, on the call's page.",
  api: "An API key said so.",
  secure_api: "A secure token said so: the buyer's system.",
  webhook: "The buyer's webhook said so.",
  import: "An import said so.",
  rule: "A conversion rule held.",
  duration: "The call lasted longer than its threshold.",
  voice_agent: "A phrase or a token of a voice agent converted it.",
  follows_buyer: "The offer side follows the buyer side, as the offer is set.",
};

export function WordsChapter() {
  return (
    <Chapter id="words" title="Words" about="Both lists may grow: tolerate words that are new to you.">
      <div className="grid gap-8 lg:grid-cols-2">
        <WordList id="kinds" title="Kinds of entries" words={Object.entries(KINDS)} />
        <WordList id="mechanisms" title="Mechanisms" words={MECHANISMS.map((word) => [word, MEANING[word]])} />
      </div>
    </Chapter>
  );
}

type WordListProps = { id: string; title: string; words: readonly (readonly [string, string])[] };

function WordList({ id, title, words }: WordListProps) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 scroll-mt-16 font-semibold text-16">
        {title}
      </h3>
      <dl className="border-t">
        {words.map(([word, meaning]) => (
          <div key={word} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 border-b py-2">
            <dt>
              <code className="font-medium font-mono text-12">{word}</code>
            </dt>
            <dd className="text-13">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
