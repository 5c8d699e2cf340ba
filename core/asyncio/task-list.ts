/**
 * The tasks that are not done, in the order in which they were made. A linked list through the tasks themselves,
 * so that adding and removing one makes no object. Mirrors `_all_tasks` of `Lib/asyncio/tasks.py`, which is a weak
 * set: a task that CPython would collect while it waits for ever stays in ours until its loop closes.
 */

/** A member; the two fields belong to the list. */
export interface Listed<Member> {
  previous: Member | null;
  following: Member | null;
}

export class TaskList<Member extends Listed<Member>> implements Iterable<Member> {
  #first: Member | null = null;
  #last: Member | null = null;

  add(member: Member): void {
    member.previous = this.#last;
    if (this.#last === null) this.#first = member;
    else this.#last.following = member;
    this.#last = member;
  }

  /** Removes a member; nothing happens when it is not in the list. */
  remove(member: Member): void {
    const { previous, following } = member;
    if (previous !== null) previous.following = following;
    else if (this.#first === member) this.#first = following;
    if (following !== null) following.previous = previous;
    else if (this.#last === member) this.#last = previous;
    member.previous = null;
    member.following = null;
  }

  *[Symbol.iterator](): Iterator<Member> {
    for (let member = this.#first; member !== null; member = member.following) yield member;
  }
}
