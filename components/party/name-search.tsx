import { Search } from "lucide-react";
import Form from "next/form";
import { controlClass } from "@/components/ui/control-class";

export function NameSearch({ path, many, search }: { path: string; many: string; search: string }) {
  const label = `Search ${many}`;
  return (
    <Form action={path} role="search" aria-label={label} className="relative w-full sm:w-64">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-2 my-auto size-3.5 text-ink-muted"
      />
      <input
        key={search}
        type="search"
        name="q"
        defaultValue={search}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        className={`${controlClass} pl-7`}
      />
    </Form>
  );
}
