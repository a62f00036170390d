import { Alert } from "@/components/ui/alert";

/** For whoever opens a new installation. */
export function NoCompany() {
  return (
    <div className="mb-6">
      <Alert tone="caution" title="This installation has no company yet">
        <p>
          On the server, run <code className="font-mono text-12">npm run company -- create</code>. It asks for the
          company and its owner, who can then sign in here.
        </p>
      </Alert>
    </div>
  );
}
