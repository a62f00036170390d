import { CodeBlock } from "@/components/ui/code-block";

type ShownOnceProps = { url?: string | null; secret?: string | null; secretLabel: string };

export function ShownOnce({ url, secret, secretLabel }: ShownOnceProps) {
  return (
    <div className="space-y-3 pt-2 text-ink">
      <p>
        Copy {url && secret ? "both" : "it"} now. You can’t see {url && secret ? "them" : "it"} again.
      </p>
      {url && <CodeBlock title="Webhook URL" code={url} copies />}
      {secret && <CodeBlock title={secretLabel} code={secret} copies />}
    </div>
  );
}
