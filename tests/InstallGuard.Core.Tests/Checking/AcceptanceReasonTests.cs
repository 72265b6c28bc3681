namespace InstallGuard.Core.Tests;

/// <summary>The reason of an acceptance tells a reviewer something.</summary>
[TestClass]
public sealed class AcceptanceReasonTests
{
    [TestMethod]
    [DataRow("moved to the company's account")]
    [DataRow("handed over")]
    [DataRow("<see> autofac/Autofac#1000")]
    [DataRow("公式の発表で所有者の変更を確認")]
    public void Sentence_is_a_reason(string reason) => Assert.IsNull(AcceptanceReason.Problem(reason));

    [TestMethod]
    [DataRow("")]
    [DataRow(" \t")]
    [DataRow("…")]
    [DataRow("...")]
    [DataRow("because")]
    [DataRow("ok ok ok ok")]
    [DataRow("123456789012345")]
    public void Less_than_ten_letters_is_none(string reason) => Assert.Contains("10 letters", AcceptanceReason.Problem(reason)!);

    [TestMethod]
    [DataRow("<what you found>")]
    [DataRow(" <What you found> ")]
    [DataRow("what you found")]
    [DataRow("what you found…")]
    [DataRow("<the reason why>")]
    public void Placeholder_of_the_message_is_none(string reason) => Assert.Contains("placeholder", AcceptanceReason.Problem(reason)!);
}
