using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>The publisher is the right one and the package is not.</summary>
internal static class ContentSteps
{
    public static IReadOnlyList<Step> Refused { get; } =
    [
        new("an older version under a newer number", p => p.Signed("1.0.0", "alice"), p => p.Signed("1.0.0", "alice"), "IG2004")
        {
            Says = ["{id} 1.0.0, where {id} 2.0.0 was asked for"],
        },
        new("another package of the same publisher", p => p.Signed("1.0.0", "alice"), Other, "IG2004") { Says = ["Contoso.Xml 2.0.0, where {id} 2.0.0 was asked for"] },
        new("another package at first use", null, Other, "IG2004"),
    ];

    private static byte[] Other(Publishers publishers) =>
        publishers.Countersigned(TestPackage.AuthorSigned(TestPackage.Create("Contoso.Xml", "2.0.0"), publishers.Author, Publishers.At), "alice");
}
