/**
 * A button that keeps its place in the order of the keyboard while it can do nothing: `aria-disabled` instead of
 * `disabled`, so that focus is not lost in the moment in which pressing it takes its effect away.
 */
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export interface ButtonProps {
  readonly icon?: IconName;
  readonly kind?: "primary" | "plain";
  readonly enabled: boolean;
  readonly title: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

export function Button({ icon, kind = "plain", enabled, title, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}`}
      title={title}
      aria-disabled={!enabled}
      onClick={enabled ? onPress : undefined}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
