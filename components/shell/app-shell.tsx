import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { HOME_PATH } from "./home-path";
import { MainNav, type NavItem } from "./main-nav";
import { Mark } from "./mark";
import { MemberPanel, type ShellMember } from "./member-panel";
import { SearchBox } from "./search-box";
import { MAIN_ID, SkipLink } from "./skip-link";

export type AppShellProps = {
  member: ShellMember;
  company: { name: string };
  nav: readonly NavItem[];
  /** Shown in the member menu. */
  links: readonly NavItem[];
  search: { action: string; label: string };
  children: ReactNode;
};

export function AppShell({ member, company, nav, links, search, children }: AppShellProps) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-20 border-b bg-page print:hidden">
        <div className="mx-auto flex h-bar max-w-320 items-center gap-2 px-4 sm:gap-4 sm:px-6">
          <Link href={HOME_PATH} prefetch={false} className="flex shrink-0 items-center gap-2 rounded-sm font-semibold">
            <Mark />
            <span className="max-sm:sr-only">Callmark</span>
          </Link>
          <MainNav items={nav} className="hidden h-full lg:block" />
          <Suspense fallback={<div className="h-8 flex-1" />}>
            <SearchBox {...search} className="min-w-0 flex-1 sm:ml-auto sm:max-w-80" />
          </Suspense>
          <span className="hidden max-w-48 truncate text-13 text-ink-muted xl:block">{company.name}</span>
          <MemberPanel member={member} companyName={company.name} links={links} />
        </div>
        <MainNav items={nav} className="h-9 overflow-x-auto px-2 sm:px-4 lg:hidden" />
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-320 px-4 pt-6 pb-8 outline-none sm:px-6">
        {children}
      </main>
    </>
  );
}
