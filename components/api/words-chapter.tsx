import { MECHANISMS, type Mechanism } from "@/lib/call/domain/mechanism";
import { Chapter } from "./chapter";

const KINDS = {
  charge: "Bills a buyer: debits its receivable, credits revenue.",
  credit: "Reverses a charge, and links to it.",
  payout: "Pays a traffic source: debits traffic cost, credits its payable.",
  clawback: "Reverses a payout, and links to it.",
};

const MEANING: Readonly<Record<Mechanism, string>> = {
  manual: "A member, on the call's page.",
  api: "A system of the company, with an API key.",
  secure_api: "A buyer's system, with a secure token.",
  webhook: "A buyer's system, by its webhook.",
  import: "An import.",
  rule: "A conversion rule matched.",
  duration: "The call lasted longer than the set duration.",
  voice_agent: "A phrase or token of a voice agent matched.",
  follows_buyer: "The offer's settings convert it with the buyer side.",
};

export function WordsChapter() {
  return (
    <Chapter id="words" title="Words" about="Both lists may grow: expect new values.">
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
