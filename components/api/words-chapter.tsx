import { MECHANISMS, type Mechanism } from "@/lib/call/domain/mechanism";
import { Chapter } from "./chapter";

const KINDS = {
  charge: "Bills a buyer. Debits the buyer's receivable account and credits revenue.",
  credit: "Offsets a charge. Posts its reverse and refers to it.",
  payout: "Records what a traffic source earns. Debits traffic cost and credits the source's payable account.",
  clawback: "Offsets a payout. Posts its reverse and refers to it.",
};

const MEANING: Readonly<Record<Mechanism, string>> = {
  manual: "A person updated the call.",
  api: "An update with an API key.",
  secure_api: "An update with a secure token, usually from a buyer's system.",
  webhook: "A post to the buyer's webhook.",
  import: "An import.",
  rule: "A conversion rule matched.",
  duration: "The call was longer than the threshold.",
  voice_agent: "A phrase in the transcript or a token from a voice agent matched.",
  follows_buyer: "The offer side followed the buyer side, because the offer is set to convert with the buyer.",
};

export function WordsChapter() {
  return (
    <Chapter id="words" title="Values" about="New values may be added to both lists. Ignore those that you don't know.">
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
