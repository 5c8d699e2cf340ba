/** Where worker threads count the mutants that they run over, in a mutation run. */

/** The key of the shared memory in the environment data of worker threads. */
export const coverageKey = "spinscope:mutant-coverage";

/** More mutants than any folder has; one beyond it would count as covered by no thread. */
export const mostMutants = 20_000;
