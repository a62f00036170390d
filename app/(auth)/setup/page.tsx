import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { SetupForm } from "@/components/access/setup-form";
import { Mark } from "@/components/shell/mark";
import { isSetUp } from "@/lib/access/is-set-up";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  await connection();
  if (await isSetUp()) notFound();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-120 flex-col px-4 pt-12 pb-12 sm:pt-20">
      <Mark className="size-9" />
      <h1 className="mt-5 font-semibold text-20">Set up Callmark</h1>
      <p className="mt-1 mb-6 text-13 text-ink-muted">
        Create your company and its owner. You can do the same in a terminal on the server, with{" "}
        <code className="whitespace-nowrap font-mono text-12">npm run company -- create</code>.
      </p>
      <SetupForm />
    </main>
  );
}
