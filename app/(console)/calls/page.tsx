import type { Metadata } from "next";
import { Suspense } from "react";
import { LoadingCalls } from "@/components/call/list/loading-calls";
import { Kbd } from "@/components/ui/kbd";
import { TextLink } from "@/components/ui/text-link";
import { requireContext } from "@/lib/access/current-context";
import { type CallsAddress, callsAddress } from "./calls-address";
import { CallsPageContent } from "./calls-page-content";

export const metadata: Metadata = { title: "Calls" };

type CallsPageProps = { searchParams: Promise<{ q?: string | string[]; cursor?: string | string[] }> };

const LONGEST_SEARCH = 100;

export default async function CallsPage({ searchParams }: CallsPageProps) {
  const parameters = await searchParams;
  const search = first(parameters.q)?.trim().slice(0, LONGEST_SEARCH) ?? "";
  const address: CallsAddress = { search, cursor: first(parameters.cursor) };
  const ctx = await requireContext(callsAddress(address));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4">
        <h1 className="font-semibold text-20">{search ? `Calls matching “${search}”` : "Calls"}</h1>
        {search && (
          <p className="text-13">
            <TextLink href="/calls">Show all calls</TextLink>
          </p>
        )}
        <p className="ml-auto hidden items-center gap-1 text-12 text-ink-muted lg:pointer-fine:flex">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>Enter</Kbd> opens
        </p>
      </div>
      <Suspense key={callsAddress(address)} fallback={<LoadingCalls />}>
        <CallsPageContent ctx={ctx} address={address} />
      </Suspense>
    </>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
