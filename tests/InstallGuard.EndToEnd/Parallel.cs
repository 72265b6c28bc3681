using Microsoft.VisualStudio.TestTools.UnitTesting;

// A restore is mostly waiting for other processes: so many at once keep two cores busy without missing deadlines.
[assembly: Parallelize(Workers = 8, Scope = ExecutionScope.MethodLevel)]
