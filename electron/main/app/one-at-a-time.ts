/**
 * Something that asks a person and takes its time: asked for again meanwhile it is the same, so that a page that asks ten
 * thousand times opens one dialog.
 */

/** `action`, begun again only when its last answer has come. */
export function oneAtATime<Argument, Result>(
  action: (argument: Argument) => Promise<Result>,
): (argument: Argument) => Promise<Result> {
  let present: Promise<Result> | undefined;
  return (argument) => {
    present ??= action(argument).finally(() => {
      present = undefined;
    });
    return present;
  };
}
