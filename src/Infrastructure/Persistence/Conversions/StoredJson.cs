using System.Text.Json.Serialization;
using Compliance.Application.Common;
using Compliance.Application.Idempotency;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Commitments;
using Compliance.Domain.Common;
using Compliance.Domain.Contacts;
using Compliance.Domain.Decisions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;
using Compliance.Domain.JointServices;
using Compliance.Domain.Results;
using Compliance.Domain.SecondScorings;

namespace Compliance.Infrastructure.Persistence.Conversions;

/// <summary>The JSON documents inside rows: open items of sheets, dimension points. Absent members are left out.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    Converters = [typeof(EnumNames), typeof(UtcInstants), typeof(ScoreHundredths)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OpenItems))]
[JsonSerializable(typeof(IReadOnlyList<DimensionPoints>))]
[JsonSerializable(typeof(GeoLocation))]
[JsonSerializable(typeof(IReadOnlyList<Permission>))]
[JsonSerializable(typeof(IReadOnlyList<SealedChain>))]
[JsonSerializable(typeof(IReadOnlyList<Guid>))]
[JsonSerializable(typeof(PlannedSubjects))]
[JsonSerializable(typeof(Coverage))]
[JsonSerializable(typeof(IReadOnlyList<Answer>))]
[JsonSerializable(typeof(IReadOnlyList<FirstAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<Attendees>))]
[JsonSerializable(typeof(IReadOnlyList<AgreedAction>))]
[JsonSerializable(typeof(IReadOnlyList<Theme>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Signatory))]
[JsonSerializable(typeof(IReadOnlyList<FormationStep>))]
[JsonSerializable(typeof(IReadOnlyList<CounterService>))]
[JsonSerializable(typeof(Recurrence))]
[JsonSerializable(typeof(Target))]
[JsonSerializable(typeof(RepeatableReply))]
internal sealed partial class StoredJson : JsonSerializerContext;

/// <summary>The default value is written too, so that a missing member can never be read as the role of an assessor.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    Converters = [typeof(EnumNames)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<Grant>))]
internal sealed partial class GrantJson : JsonSerializerContext;

/// <summary>The default value is written too, because the audit records posts as they are stored.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    Converters = [typeof(EnumNames)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<Contact>))]
internal sealed partial class ContactJson : JsonSerializerContext;

internal sealed class ScoreHundredths : JsonConverter<Score>
{
    public override Score Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
        Score.OfHundredths(reader.GetInt32());

    public override void Write(System.Text.Json.Utf8JsonWriter writer, Score value, System.Text.Json.JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Hundredths);
}
