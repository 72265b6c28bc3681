using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>What a later InstallGuard may write, or an attacker hopes that this one overlooks.</summary>
[TestClass]
public sealed class UnknownMemberTests
{
    private static readonly Gen<string> Names = Gen.Elements(
        "future", "Since", "OWNERS", "$schema", "comment", "//", "", " version", "exempt", "trusted", "\\u0066uture", "\ud83d\ude80");

    private static readonly Gen<string> Values = Gen.Elements(
        "true", "false", "null", "0", "1", "-1e9", "\"\"", "\"1.0.0\"", "\"local folder\"", "[]", "{}", "[ null ]", "[ {} ]", "{ \"since\": \"1.0.0\" }", "[ [ { \"unsigned\": true } ] ]");

    [TestMethod]
    public void Future_member_anywhere_in_a_lock_always_stops_it_where_it_stands() => Always.Holds(
        from document in Any.Lock
        let bytes = LockWriter.Write(document)
        let places = Places(bytes)
        from place in Gen.Elements(places.ToArray())
        from name in Names
        from value in Values
        select With(bytes, place, $"\"{name}\": {value}"),
        it =>
        {
            var refused = Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read(it.Bytes), Encoding.UTF8.GetString(it.Bytes));

            Assert.AreEqual(it.Line, refused.Line, $"{refused.Message}\n{Encoding.UTF8.GetString(it.Bytes)}");
            Assert.IsGreaterThan(0, refused.Column);
        },
        tests: 5000);

    [TestMethod]
    public void Lock_without_it_is_read() => Always.Holds(Any.Lock, document => Assert.AreEqual(document.Count, LockReader.Read(LockWriter.Write(document)).Count));

    // In front of every member, and behind the last one of every object.
    private static List<(int Offset, bool IsFirst, bool IsLast)> Places(byte[] bytes)
    {
        var places = new List<(int, bool, bool)>();
        var reader = new Utf8JsonReader(bytes);
        var before = JsonTokenType.None;
        var end = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                places.Add(((int)reader.TokenStartIndex, before == JsonTokenType.StartObject, false));
            }
            else if (reader.TokenType is JsonTokenType.EndObject)
            {
                places.Add((end, before == JsonTokenType.StartObject, true));
            }

            (before, end) = (reader.TokenType, (int)reader.BytesConsumed);
        }

        return places;
    }

    // On a line of its own, so that the place of the problem can be told.
    private static (byte[] Bytes, int Line) With(byte[] bytes, (int Offset, bool IsFirst, bool IsLast) place, string member)
    {
        var text = place switch
        {
            (_, true, true) => $"\n{member}\n",
            (_, _, true) => $",\n{member}\n",
            _ => $"\n{member},\n",
        };
        return ([.. bytes[..place.Offset], .. Encoding.UTF8.GetBytes(text), .. bytes[place.Offset..]], bytes[..place.Offset].Count(b => b == (byte)'\n') + 2);
    }
}
