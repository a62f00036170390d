import { CodeBlock } from "@/components/ui/code-block";

type ShownOnceProps = { url?: string | null; secret?: string | null; secretLabel: string };

/** What is seen here for the only time, ready to be copied. */
export function ShownOnce({ url, secret, secretLabel }: ShownOnceProps) {
  return (
    <div className="space-y-3 pt-2 text-ink">
      <p>
        Copy {url && secret ? "both" : "it"} now: {url && secret ? "they are" : "it is"} shown this once, and nobody can
        look {url && secret ? "them" : "it"} up later.
      </p>
      {url && <CodeBlock title="Address to paste" code={url} copies />}
      {secret && <CodeBlock title={secretLabel} code={secret} copies />}
    </div>
  );
}
