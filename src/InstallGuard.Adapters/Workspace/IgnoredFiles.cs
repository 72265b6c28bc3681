namespace InstallGuard.Adapters.Workspace;

/// <summary>Which files of a repository git leaves out of every commit.</summary>
public static class IgnoredFiles
{
    /// <summary>How git answered: <see cref="Known"/> or <see cref="Unknown"/>.</summary>
    public abstract record Answer
    {
        private protected Answer()
        {
        }
    }

    /// <summary>It said so of each. A file that was committed before it was ignored is not ignored.</summary>
    /// <param name="Files">Those that are ignored.</param>
    public sealed record Known(IReadOnlyList<string> Files) : Answer;

    /// <summary>It did not say.</summary>
    /// <param name="Because">Why.</param>
    public sealed record Unknown(string Because) : Answer;

    /// <summary>Asks git. Where there is no repository nothing is ignored.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="files">Files in it, there or not, as full paths.</param>
    public static Answer In(string root, IReadOnlyList<string> files)
    {
        if (!RepositoryRoot.IsOne(root) || RepositoryRoot.IsEmpty(root))
        {
            return new Known([]);
        }

        var git = new Git(root);
        var ignored = new List<string>();
        foreach (var file in files)
        {
            switch (git.Search("check-ignore", "--", Path.GetRelativePath(root, file)))
            {
                case GitAnswer.Said said:
                    ignored.AddRange(said.Output.IsEmpty ? [] : [file]);
                    break;
                case GitAnswer.Failed failed:
                    return new Unknown($"git check-ignore failed: {failed.Words}");
                case GitAnswer.NotInstalled:
                    return new Unknown("git is not installed");
                case GitAnswer.Late late:
                    return new Unknown($"git did not answer within {late.After.TotalSeconds:0} s");
                default:
                    throw new System.Diagnostics.UnreachableException("no words for the answer");
            }
        }

        return new Known(ignored);
    }
}
