import { buttonClass } from "@/components/ui/button-class";

export function StatementFiles({ number }: { number: string }) {
  return (
    <div className="ml-auto flex gap-2 print:hidden">
      {(["pdf", "csv"] as const).map((file) => (
        <a key={file} href={`/api/v1/statements/${number}/${file}`} download className={buttonClass()}>
          Download {file.toUpperCase()}
        </a>
      ))}
    </div>
  );
}
