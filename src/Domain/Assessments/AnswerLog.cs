using System.Globalization;
using System.Text;
using Compliance.Domain.Audit;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>
/// Answers and batches as they are stored in audit entries and in the list of refused items: canonical JSON without absent
/// members. Hand-written for speed, since every request that fills a sheet writes many answers.
/// </summary>
public static class AnswerLog
{
    private const int AnswerLength = 220;

    public static string Write(AnswerBatch batch)
    {
        var text = new StringBuilder(AnswerLength * (batch.Answers.Count + 1)).Append("{\"answers\":[");
        var separator = "";

        foreach (var answer in batch.Answers)
        {
            Write(text.Append(separator), answer);
            separator = ",";
        }

        return text.Append(CultureInfo.InvariantCulture, $"],\"sheetVersion\":{batch.SheetVersion}}}").ToString();
    }

    /// <summary>Writes an answer in the wire format of a batch.</summary>
    public static string Write(SentAnswer sent)
    {
        var text = new StringBuilder(AnswerLength);
        var members = new Members(text);
        var answer = sent.Answer;
        members.Number("baseVersion", sent.BaseVersion);
        members.Texts("checked", answer.Checked);
        members.Text("device", sent.Device);
        members.Text("id", sent.Id.ToString());
        members.Text("indicator", answer.Indicator);
        members.Number("level", answer.Level);
        members.Flag("notApplicable", answer.NotApplicable);
        members.Number("number", answer.Number);
        members.Instant("observedAt", sent.ObservedAt);
        members.Text("reason", answer.Reason);
        members.Text("subject", answer.Subject);
        members.Text("technique", NameOf(answer));
        members.Close();

        return text.ToString();
    }

    private static void Write(StringBuilder text, LoggedAnswer logged)
    {
        var members = new Members(text);
        members.Text("outcome", NameOf(logged.Outcome));
        members.Text("raw", logged.Raw);
        members.Text("refusal", logged.Refusal);

        if (logged.Sent is { } sent)
        {
            members.Name("sent");
            WriteSent(text, sent);
        }

        members.Number("version", logged.Version);
        members.Close();
    }

    private static void WriteSent(StringBuilder text, SentAnswer sent)
    {
        var members = new Members(text);
        members.Name("answer");
        WriteAnswer(text, sent.Answer);
        members.Number("baseVersion", sent.BaseVersion);
        members.Text("device", sent.Device);
        members.Text("id", sent.Id.ToString());
        members.Instant("observedAt", sent.ObservedAt);
        members.Close();
    }

    private static void WriteAnswer(StringBuilder text, Answer answer)
    {
        var members = new Members(text);
        members.Texts("checked", answer.Checked);
        members.Text("indicator", answer.Indicator);
        members.Number("level", answer.Level);
        members.Flag("notApplicable", answer.NotApplicable);
        members.Number("number", answer.Number);
        members.Text("reason", answer.Reason);
        members.Text("subject", answer.Subject);
        members.Text("technique", NameOf(answer));
        members.Close();
    }

    private static string NameOf(PutOutcome outcome) => outcome switch
    {
        PutOutcome.Stored => "stored",
        PutOutcome.Unchanged => "unchanged",
        PutOutcome.Conflict => "conflict",
        _ => "rejected",
    };

    private static string? NameOf(Answer answer) =>
        answer.Technique?.ToCamelCase();

    /// <summary>Writes the members of one object; the caller adds them in canonical (sorted) order.</summary>
    private struct Members(StringBuilder text)
    {
        private bool any;

        public void Name(string name)
        {
            text.Append(any ? ",\"" : "{\"").Append(name).Append("\":");
            any = true;
        }

        public void Text(string name, string? value)
        {
            if (value is not null)
            {
                Name(name);
                text.AppendJsonText(value);
            }
        }

        public void Texts(string name, IReadOnlyList<string>? values)
        {
            if (values is null)
            {
                return;
            }

            Name(name);
            text.Append('[');

            for (var index = 0; index < values.Count; index++)
            {
                (index == 0 ? text : text.Append(',')).AppendJsonText(values[index]);
            }

            text.Append(']');
        }

        public void Number(string name, int? value)
        {
            if (value is { } number)
            {
                Name(name);
                text.Append(CultureInfo.InvariantCulture, $"{number}");
            }
        }

        public void Number(string name, decimal? value)
        {
            if (value is { } number)
            {
                Name(name);
                text.AppendJsonNumber(number.ToString(CultureInfo.InvariantCulture));
            }
        }

        public void Flag(string name, bool value)
        {
            if (value)
            {
                Name(name);
                text.Append("true");
            }
        }

        public void Instant(string name, DateTimeOffset? value)
        {
            if (value is { UtcDateTime: var instant })
            {
                Name(name);
                _ = instant.Ticks % TimeSpan.TicksPerSecond == 0
                    ? text.Append(CultureInfo.InvariantCulture, $"\"{instant:s}Z\"")
                    : text.Append(CultureInfo.InvariantCulture, $"\"{instant:O}\"");
            }
        }

        public readonly void Close() => text.Append('}');
    }
}
