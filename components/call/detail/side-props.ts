import type { Access } from "@/lib/access/domain/access";
import type { CallEditor } from "./use-call-editor";

export type SideProps = { editor: CallEditor; access: Access; timeZone: string };
