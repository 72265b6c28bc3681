using Microsoft.VisualStudio.TestTools.UnitTesting;

// A restore is mostly waiting for other processes; four at once keep two cores busy without missing deadlines.
[assembly: Parallelize(Workers = 6, Scope = ExecutionScope.MethodLevel)]
