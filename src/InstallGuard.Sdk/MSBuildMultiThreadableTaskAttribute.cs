namespace Microsoft.Build.Framework;

/// <summary>
/// Says that a task runs in the process of the build where that builds in threads (<c>-mt</c>), where what one task
/// leaves another finds, and not in one of its own. MSBuild goes by the name. Its own attribute is not in every .NET 10 SDK, and where one is
/// missing the task cannot be loaded.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
